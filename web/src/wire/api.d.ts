// Placeholder until `npm run wire` writes this file from docs/openapi.json.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface paths {}
