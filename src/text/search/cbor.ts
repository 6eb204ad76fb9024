/** What a Pagefind index is made of: numbers, words, and lists of them. */
export type Item = number | string | readonly Item[];

/**
 * Reads one item of CBOR (RFC 8949), of the types that an index of twins has: integers of up to 32 bits, texts in ASCII and
 * lists of known length. Throws a RangeError on any other, as on bytes that end too soon.
 */
export function readCbor(bytes: Uint8Array): Item {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const argument = (info: number): number => {
    if (info < 24) return info;
    const size = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : 0;
    const place = at;
    at += size;
    if (size === 1) return view.getUint8(place);
    if (size === 2) return view.getUint16(place);
    if (size === 4) return view.getUint32(place);
    throw new RangeError(`CBOR: a length of ${info} at ${place}`);
  };

  const item = (): Item => {
    const first = view.getUint8(at);
    at += 1;
    const value = argument(first & 31);
    switch (first >> 5) {
      case 0:
        return value;
      case 1:
        return -1 - value;
      case 3:
        at += value;
        if (at > bytes.length) throw new RangeError("CBOR: a text ends too late");
        return String.fromCharCode(...bytes.subarray(at - value, at));
      case 4:
        return Array.from({ length: value }, item);
      default:
        throw new RangeError(`CBOR: type ${first >> 5} at ${at - 1}`);
    }
  };

  return item();
}

export function asList(item: Item | undefined): readonly Item[] {
  if (!Array.isArray(item)) throw new RangeError("CBOR: no list");
  return item as readonly Item[];
}

export function asNumber(item: Item | undefined): number {
  if (typeof item !== "number") throw new RangeError("CBOR: no number");
  return item;
}

export function asText(item: Item | undefined): string {
  if (typeof item !== "string") throw new RangeError("CBOR: no text");
  return item;
}
