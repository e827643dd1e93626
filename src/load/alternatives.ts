/** More are refused, as braces within braces multiply. */
const MOST = 256

/**
 * A pattern with braces as the patterns that it stands for: `a.{md,mdx}` is `a.md` and `a.mdx`, as in a shell. Braces
 * without a comma stand for themselves.
 */
export function alternatives(pattern: string): string[] {
  let [done, open] = [[] as string[], [pattern]]
  while (open.length > 0 && done.length + open.length <= MOST) {
    const next: string[] = []
    for (const each of open) {
      const braces = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(each)
      if (!braces) done = [...done, each]
      else next.push(...(braces[2] ?? '').split(',').map(choice => `${braces[1]}${choice}${braces[3]}`))
    }
    open = next
  }
  return open.length > 0 ? [pattern] : done
}
