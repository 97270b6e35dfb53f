// The vendor's OpenAPI documents, made fit for a validator. Each change has its reason; the files stay as they are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';

const changes = [
  {
    why: 'name and in do not belong to a scheme of type http; a strict reader refuses the document over them',
    apply: ({ components }) => each(components.securitySchemes, (scheme) => {
      delete scheme.name;
      delete scheme.in;
    }),
  },
  {
    why: 'the vendor answers 422 to fields that a body may not have, though no schema says so: a judge must be as strict',
    apply: ({ paths, components }) => each(requestContents(paths), (content) => {
      content.schema = strict(content.schema, components.schemas);
    }),
  },
];

/** The operations of one document, as Prism wants them. */
export async function operationsOf(folder, name) {
  const document = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  changes.forEach(({ apply }) => apply(document));
  return getHttpOperationsFromSpec(document);
}

function requestContents(paths) {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  return operations.flatMap(({ requestBody }) => requestBody?.content?.['application/json'] ?? []);
}

/** A copy with its references written out, since answers share them, in which objects take named properties only. */
function strict(schema, schemas) {
  if (schema === null || typeof schema !== 'object') {
    return schema;
  }
  if (Array.isArray(schema)) {
    return schema.map((part) => strict(part, schemas));
  }
  if (schema.$ref) {
    return strict(schemas[schema.$ref.split('/').pop()], schemas);
  }
  const copy = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, strict(part, schemas)]));
  const hasProperties = Object.keys(copy.properties ?? {}).length > 0;
  return hasProperties ? { ...copy, additionalProperties: false } : copy;
}

function each(collection, change) {
  Object.values(collection).forEach(change);
}
