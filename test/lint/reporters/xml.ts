/** An element of XML, as a strict reader gives it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const NAME = '[A-Za-z][A-Za-z0-9-]*'
const TEXT =
  '[^<&\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]|&(?:#\\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos);'
const TOKEN = new RegExp(
  `<\\?xml [^?]*\\?>\\s*|<(/?)(${NAME})((?:\\s+${NAME}="(?:(?!")(?:${TEXT}))*")*)\\s*(/?)>|((?:${TEXT})+)`,
  'gyu',
)

/**
 * Reads XML as far as reports have it.
 * @throws when it is not well-formed, or has a character that XML 1.0 does not
 */
export function parseXml(xml: string): Element {
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ]
  let end = 0
  for (const [token, isEnd, name, list = '', isEmpty, text] of xml.matchAll(TOKEN)) {
    end += token.length
    const parent = open.at(-1)
    if (!parent) throw new Error('closed too often')
    if (text !== undefined) parent.text += resolved(text)
    if (name === undefined) continue
    if (isEnd) {
      const element = open.pop()
      if (element?.name !== name) throw new Error(`${name} closes ${element?.name}`)
      open.at(-1)?.children.push(element)
      continue
    }
    const attributes: Record<string, string> = {}
    for (const [, key = '', value = ''] of list.matchAll(/([\w-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`${key} twice`)
      attributes[key] = resolved(value.replace(/[\t\n\r]/g, ' '))
    }
    const element = { name, attributes, children: [], text: '' }
    if (isEmpty) parent.children.push(element)
    else open.push(element)
  }
  const [root] = open[0]?.children ?? []
  if (end !== xml.length || open.length !== 1 || !root) throw new Error(`not well-formed at ${end}`)
  return root
}

function resolved(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/g, (_, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? ''
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const character = String.fromCodePoint(code)
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/u.test(character)) throw new Error(`&#${code};`)
    return character
  })
}
