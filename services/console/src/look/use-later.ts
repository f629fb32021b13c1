import { useEffect, useState } from 'react';

/** The value once it has stood still for a while: nobody is asked at every stroke. */
export function useLater<Value>(value: Value, milliseconds = 500): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return later;
}
