import {
  blobsContract,
  busContract,
  checkpointsContract,
  eventStoreContract,
  readModelsContract,
  treeStoreContract,
  vaultContract,
} from '@ledgerline/kernel/contracts';
import {
  MemoryBlobs,
  MemoryBus,
  MemoryCheckpoints,
  MemoryEventStore,
  MemoryReadModels,
  MemoryTreeStore,
  MemoryVault,
} from './index.js';

const nothing = () => Promise.resolve();

eventStoreContract('memory', () => Promise.resolve({ store: new MemoryEventStore(), close: nothing }));
readModelsContract('memory', () => Promise.resolve({ readModels: new MemoryReadModels(), close: nothing }));
vaultContract('memory', () => Promise.resolve({ vault: new MemoryVault(), close: nothing }));
blobsContract('memory', () => Promise.resolve({ blobs: new MemoryBlobs(), close: nothing }));
checkpointsContract('memory', () => Promise.resolve({ checkpoints: new MemoryCheckpoints(), close: nothing }));
treeStoreContract('memory', () => Promise.resolve({ trees: new MemoryTreeStore(), close: nothing }));
busContract('memory', () => {
  const bus = new MemoryBus();
  return Promise.resolve({ asks: bus, serves: bus, close: () => bus.drain() });
});
