/**
 * Why a text is no ISBN (ISO 2108), to go on after a colon; undefined when it is one.
 * @param text digits and hyphens, perhaps with an `X` at the end
 */
export function isbnFault(text: string): string | undefined {
  const digits = text.replaceAll('-', '').toUpperCase()
  if (digits.length !== 10 && digits.length !== 13) return `it has ${digits.length} digits, not 10 or 13`
  if (digits.length === 13 && !/^97[89]/.test(digits)) return 'one of 13 digits begins with 978 or 979'
  if (digits.length === 13 && digits.endsWith('X')) return '`X` is a check digit only of ten-digit numbers'
  const expected = digits.length === 10 ? isbn10Digit(digits) : isbn13Digit(digits)
  return digits.endsWith(expected) ? undefined : 'its check digit does not fit the others'
}

/**
 * Why a text is no ORCID iD, to go on after a colon; undefined when it is one. The check digit is that of
 * ISO 7064 MOD 11-2.
 * @param text four groups of four, with hyphens
 */
export function orcidFault(text: string): string | undefined {
  const digits = text.replaceAll('-', '')
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0)
  const expected = (12 - total) % 11
  return digits.endsWith(expected === 10 ? 'X' : String(expected))
    ? undefined
    : 'its check digit does not fit the others'
}

function isbn10Digit(digits: string): string {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? 'X' : String(digit)
}

function isbn13Digit(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}
