/** Types of the HTTP interface for the web's client. */
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEAD = '// Written by `npm run gen` from openapi.json; change a route, not this file.\n';

export async function clientTypes(document: object): Promise<string> {
  const nodes = await openapiTS(document as OpenAPI3, { alphabetize: true, defaultNonNullable: false });
  return HEAD + astToString(nodes);
}
