/** The encoding that an answer or its XML declaration names; UTF-8 where nobody says, or nobody knows it. */
function encodingOf(bytes: Uint8Array, contentType: string | null): string {
  const named = /charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1]
  if (named) return named
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*encoding=["']([^"']+)/i.exec(head)?.[1] ?? 'utf-8'
}

/** A text from its bytes, whatever they spell its characters in. */
export function decoded(buffer: ArrayBuffer, contentType: string | null): string {
  const bytes = new Uint8Array(buffer)
  try {
    return new TextDecoder(encodingOf(bytes, contentType)).decode(bytes)
  } catch (unknown) {
    if (unknown instanceof RangeError) return new TextDecoder().decode(bytes)
    throw unknown
  }
}
