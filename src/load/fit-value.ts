import type { Form, MapForm, TextForm } from './forms.generated.cjs'
import { type Raw, setOwn } from './raw.ts'
import { isEmpty, type Typed, type TypedMap, typedLeaf } from './typed-value.ts'

/**
 * A raw value with the types of its schema, as `typedValue` gives it; undefined when it does not fit the schema. What is
 * wrong with it then, `schemaErrors` says. Both in one go, and only for the keys that are there: it takes half as long as to
 * type a value and have ajv validate it, whose code V8 also has to load and compile.
 */
export function fitValue(raw: Raw, form: Form): Typed | undefined {
  return fitPart(raw, form, false)
}

/**
 * In one piece, though it looks at three kinds of values: V8 would compile parts once for themselves and again in each that
 * calls them, and in the meantime thousands of cards are read.
 * @param mayGo whether it is left out when nothing is left of it, and so need not be whole
 */
function fitPart(raw: Raw, form: Form, mayGo: boolean): Typed | undefined {
  if (typeof raw === 'string') {
    const { text } = form
    if (!text) return undefined
    if (text.type !== 'string') return fitScalar(raw, text)
    const { isFilled, pattern, words } = text
    const fits = !(isFilled && raw === '') && (!pattern || pattern.test(raw)) && (!words || words.has(raw))
    return fits ? raw : undefined
  }
  if (Array.isArray(raw)) {
    const { list } = form
    if (!list || (list.isFilled && raw.length === 0)) return undefined
    if (!list.items) return raw
    let result: Typed[] = raw
    for (let i = 0; i < raw.length; i++) {
      const item = raw[i] as Raw
      const typed = fitPart(item, list.items, false)
      if (typed === undefined) return undefined
      if (typed === item) continue
      if (result === raw) result = [...raw]
      result[i] = typed
    }
    return result
  }
  const { map } = form
  if (!map) return undefined
  let result: TypedMap = raw
  let count = 0
  // The keys of YAML are an object's own. To list them first would take as long as to look at them.
  for (const key in raw) {
    const item = raw[key] as Raw
    const named = map.keys.get(key)
    const part = named ?? map.others
    if (!part || (map.names && !map.names.test(key))) return undefined
    // Of most items, which are texts that say something, it need not be known whether they may be missing.
    const isOptional = (typeof item === 'object' || item === '') && named && !map.required.includes(key)
    const typed = isOptional && isEmpty(item) ? '' : fitPart(item, part, isOptional === true)
    if (typed === undefined) return undefined
    const isDropped = isOptional && isEmpty(typed)
    if (!isDropped) count++
    if (!isDropped && typed === item) continue
    if (result === raw) result = { ...raw }
    if (isDropped) delete result[key]
    else setOwn(result, key, typed)
  }
  return (mayGo && count === 0) || isWhole(result, count, map) ? result : undefined
}

/** A number or boolean. */
function fitScalar(text: string, { type, minimum, maximum }: TextForm): Typed | undefined {
  const value = typedLeaf(text, type)
  if (typeof value === 'number') return value < minimum || value > maximum ? undefined : value
  return typeof value === 'boolean' ? value : undefined
}

/** Whether there is all that has to be there. */
function isWhole(map: TypedMap, count: number, { required, anyOf, isFilled }: MapForm): boolean {
  if (isFilled && count === 0) return false
  for (const key of required) if (map[key] === undefined) return false
  return anyOf.length === 0 || anyOf.some(key => map[key] !== undefined)
}
