// node pruefe.mjs WORKFLOW…: prints what GitHub's own parser has to say about workflow files, nothing where they are right.
import { register } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

// The parser imports its grammar without the attribute that Node 20 asks for.
register('data:text/javascript,' + encodeURIComponent(`export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`));
const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import('@actions/workflow-parser');

for (const path of process.argv.slice(2)) {
  const { context, value } = parseWorkflow({ name: basename(path), content: readFileSync(path, 'utf8') }, new NoOperationTraceWriter());
  const template = value && await convertWorkflowTemplate(context, value);
  for (const message of new Set([...context.errors.getErrors().map(error => error.message), ...(template?.errors ?? []).map(error => error.Message)]))
    console.log(message);
}
