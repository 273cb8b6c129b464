/** Ends every switch over our own kinds: a kind that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`forgotten kind: ${JSON.stringify(value)}`);
}
