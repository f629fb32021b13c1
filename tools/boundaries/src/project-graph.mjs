// The lint rule for arrows between packages reads Nx's project graph, and is silently skipped where there is none yet.
import { createProjectGraphAsync } from '@nx/devkit';

process.env.NX_DAEMON = 'false';
const { nodes } = await createProjectGraphAsync({ exitOnError: true });
if (Object.keys(nodes).length === 0) throw new Error('Nx finds no project: the arrows between packages cannot be checked');
