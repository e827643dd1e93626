const NUMBER = /^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?$/i
const OTHER_BASE = /^[-+]?0(?:x[\da-f_]+|o[0-7]+|b[01_]+)$/i
const NO_NUMBER = /^(?:[-+]?\.inf|\.nan)$/i
/** Digits with colons are minutes and seconds, or degrees, to YAML 1.1. */
const BASE_60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/
const DATE = /^\d{4}-\d\d-\d\d$/
const TIME = /^\d{4}-\d\d?-\d\d?(?:t|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:z|[-+]\d\d?(?::?\d\d)?)?$/i
const BOOLEAN = /^(?:y|n|yes|no|on|off|true|false)$/i
const NOTHING = /^(?:~|null)$/i

/** Longer texts are no number that anybody writes. */
const LONGEST = 64

/** The code of `9`: signs, dots and digits have none above it, letters do. */
const NINE = 57

/**
 * What a text, without quotes, is to YAML 1.1 and 1.2 readers that guess types; undefined for one that is text to
 * all of them.
 */
export function misreadAs(text: string): 'a number' | 'a date' | 'true or false' | 'no value' | undefined {
  if (!mayBeMisread(text) || !/^(?:[-+.~\d]|[ynotf][a-z]{0,4}$)/i.test(text)) return undefined
  if ([NUMBER, OTHER_BASE, NO_NUMBER, BASE_60].some(form => form.test(text))) return 'a number'
  if (DATE.test(text) || TIME.test(text)) return 'a date'
  if (BOOLEAN.test(text)) return 'true or false'
  return NOTHING.test(text) ? 'no value' : undefined
}

/**
 * Whether a text is short and starts with a sign or a digit, or is no longer than `false`: most are not, and it takes no
 * regular expression to see it.
 */
export function mayBeMisread(text: string): boolean {
  return text.length <= LONGEST && (text.length <= 5 || text.charCodeAt(0) <= NINE)
}
