/** SHA-256 of a text in UTF-8, as hex. */
export function sha256(text: string): string {
  // Loaded when a digest is wanted: most runs use bundled law, whose digests the build knows.
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}
