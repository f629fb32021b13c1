// Lints small texts as if they stood in files of the house, and prints what each breaks: one JSON object by case name.
import { ESLint } from 'eslint';
import './project-graph.mjs';

const cases = JSON.parse(process.argv[2]);
const eslint = new ESLint();
const broken = {};
for (const { name, file, code } of cases) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  broken[name] = messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId);
}
process.stdout.write(JSON.stringify(broken));
