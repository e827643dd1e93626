import { fold } from './fold.ts'

/** What programs write when they know no author, and what stands around names on pages. */
const NOBODY = new Set([
  'unknown',
  'unknown author',
  'author unknown',
  'n/a',
  'none',
  'null',
  'undefined',
  'nan',
  'no author',
  'not available',
  'admin',
  'administrator',
  'webmaster',
  'author',
  'authors',
  'user',
  'guest',
  'guest author',
  'by',
  'tbd',
  'todo',
  'share',
  'read more',
  'follow',
  'staff writer',
])

const E_MAIL = /(?:^|[\s<(])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}[>)]?$/

/** Without a scheme: `facebook.com/somebody`. */
const ADDRESS = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,20}\/\S*$/i

/** What a text is that names no author of any source, as words to go on after "is"; undefined when it may be a name. */
export function kindOfJunk(name: string): string | undefined {
  if (USUAL.test(name)) return kindOfNobody(name)
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return 'only punctuation'
  if (/^https?:\/\//i.test(name) || /^www\.\S+$/i.test(name) || ADDRESS.test(name)) return 'an address'
  if (E_MAIL.test(name)) return 'an e-mail address'
  return kindOfNobody(name)
}

/** Most names start with a letter, and have nothing of an address in them. */
const USUAL = /^(?!www\.)[a-z][^/@]*$/i

function kindOfNobody(name: string): string | undefined {
  return NOBODY.has(fold(name)) ? 'what programs write for nobody' : undefined
}
