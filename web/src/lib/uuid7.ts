/** Makes the ids of new things (RFC 9562, version 7): in order of time, so never a secret. */
let last = 0n;

export function uuid7(now: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  let head = (BigInt(now) << 12n) | (((BigInt(random[0] ?? 0) << 8n) | BigInt(random[1] ?? 0)) & 0xfffn);
  // Two ids of one millisecond, or a clock set back, must still be in order.
  if (head <= last) head = last + 1n;
  last = head;
  const text = [head >> 12n, head & 0xfffn].map((n, i) => n.toString(16).padStart(i === 0 ? 12 : 3, "0")).join("7");
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80;
  const tail = Array.from(random.subarray(2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const all = text + tail;
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-");
}
