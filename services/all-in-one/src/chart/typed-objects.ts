import { join } from 'node:path';
import ts from 'typescript';

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, string>>;
}

/** Where the package `kubernetes-types` (Kubernetes' OpenAPI as types) has the types of an API. */
const modules: Readonly<Record<string, string>> = {
  v1: 'core/v1',
  'apps/v1': 'apps/v1',
  'policy/v1': 'policy/v1',
  'networking.k8s.io/v1': 'networking/v1',
};

/**
 * What is wrong with objects by Kubernetes' own description: members that there are not, lacking ones, wrong types. Each object becomes a literal of its
 * kind's type, and the compiler looks.
 */
export function faultsOf(objects: readonly KubernetesObject[]): readonly string[] {
  const lines = objects.map(({ apiVersion, kind, ...rest }, n) => {
    const from = modules[apiVersion];
    if (from === undefined) throw new Error(`no types of ${apiVersion} ${kind}`);
    const whole = JSON.stringify({ apiVersion, kind, ...rest });
    return `const o${n}: import('kubernetes-types/${from}').${kind} = ${whole};`;
  });
  const file = join(import.meta.dirname, 'objects-of-the-chart.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = { read: host.getSourceFile.bind(host), exists: host.fileExists.bind(host) };
  host.getSourceFile = (name, ...more) =>
    name === file
      ? ts.createSourceFile(name, `${lines.join('\n')}\nexport {};\n`, ts.ScriptTarget.ESNext)
      : onDisk.read(name, ...more);
  host.fileExists = (name) => name === file || onDisk.exists(name);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
  return found.map(({ messageText, start = 0, file: where }) => {
    const line = where?.getLineAndCharacterOfPosition(start).line ?? -1;
    const { kind, metadata } = objects[line] ?? { kind: '?', metadata: { name: '?' } };
    return `${kind} ${metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
