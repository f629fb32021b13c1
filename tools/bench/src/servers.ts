import { startFloorServer, type FloorServer } from './floor-server.js';
import { startProduct, type Product } from './product.js';

/** Runs with a fresh product and a fresh floor beside each other, and stops both whatever happens. */
export async function withServers(use: (servers: { product: Product; floor: FloorServer }) => Promise<void>): Promise<void> {
  const floor = await startFloorServer();
  try {
    const product = await startProduct();
    try {
      await use({ product, floor });
    } finally {
      await product.stop();
    }
  } finally {
    await floor.stop();
  }
}
