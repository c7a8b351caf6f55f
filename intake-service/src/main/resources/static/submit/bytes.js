// A file is read as byte strings: one character a byte, whatever its encoding. What has a meaning in CSV and JSON is ASCII, so
// rows can be told apart in them, and a place in the string is a place in the file.

const GZIP = [0x1f, 0x8b];

/** The byte strings of a file one after the other, unzipped where it is zipped; tells how many of its bytes were read. */
export async function* byteStrings(file, onRead) {
  const zipped = await isZipped(file);
  const counting = new TransformStream({
    transform(chunk, out) {
      onRead(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
  const bytes = file.stream().pipeThrough(counting);
  const reader = (zipped ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes).getReader();
  const decoder = new TextDecoder("x-user-defined");
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield decoder.decode(next.value);
    }
  } finally {
    await reader.cancel();
  }
}

async function isZipped(file) {
  const first = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  return first.length === GZIP.length && first.every((byte, i) => byte === GZIP[i]);
}

/** The bytes that a byte string stands for. */
export function bytesOf(byteString) {
  const bytes = new Uint8Array(byteString.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = byteString.charCodeAt(i) & 0xff;
  }
  return bytes;
}

/** The text that a byte string stands for, in UTF-8. */
export function textOf(byteString) {
  return new TextDecoder().decode(bytesOf(byteString));
}

/** How many lines end in it, each by a line feed, a carriage return or both. */
export function lineBreaks(byteString) {
  return byteString.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Whether nothing but blanks and separators is in it. */
export function isBlank(byteString) {
  return byteString.trim() === "";
}
