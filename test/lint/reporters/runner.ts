/** What GitHub's runner makes of a line. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** Characters without weight in the comparisons of .NET, by which the runner finds its marks. */
const WEIGHTLESS = /[\p{Default_Ignorable_Code_Point}\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/gu

/**
 * Reads output line by line as `ActionCommand` of actions/runner does: `::name key=value,…::data` after white space at
 * the start of a line, `##[name …]data` anywhere in one, and `##vso[…]` as Azure Pipelines does.
 */
export function commandsIn(output: string): Command[] {
  return output.split(/\r\n|\r|\n/).flatMap(line => commandIn(line) ?? [])
}

function commandIn(line: string): Command | undefined {
  const weighed = line.replace(WEIGHTLESS, '')
  const plain = /^[\s\x85]*::/.exec(line)
  if (plain) return plainCommand(line.slice(plain[0].length))
  if (/^[\s\x85]*::/.test(weighed)) return { name: 'unseen', properties: {}, data: line }
  const bracket = /##(?:vso)?\[([^\]]*)\]?(.*)/i.exec(weighed)
  return bracket ? { name: bracket[1] ?? '', properties: {}, data: bracket[2] ?? '' } : undefined
}

function plainCommand(rest: string): Command | undefined {
  const end = rest.indexOf('::')
  if (end === -1) return undefined
  const info = rest.slice(0, end)
  const space = info.indexOf(' ')
  const pairs =
    space === -1
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(',')
  const properties = pairs
    .filter(pair => /^[^=]+=./su.test(pair))
    .map(pair => [pair.slice(0, pair.indexOf('=')), unescapedProperty(pair.slice(pair.indexOf('=') + 1))])
  return {
    name: space === -1 ? info : info.slice(0, space),
    properties: Object.fromEntries(properties),
    data: unescaped(rest.slice(end + 2)),
  }
}

function unescapedProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
