/** The bytes of a file; none when it cannot be read, which somebody else tells. */
export function bytesThere(read: () => Uint8Array): Uint8Array {
  try {
    return read()
  } catch {
    return new Uint8Array()
  }
}
