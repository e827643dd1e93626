/** A path without the slashes at its end. (A regular expression would take the square of their number.) */
export function withoutEndSlashes(path: string): string {
  let end = path.length
  while (end > 0 && path[end - 1] === '/') end--
  return path.slice(0, end)
}
