const AND_OTHERS = /^(?:others|et\.? al\.?)$/i

/** Whether what stands as the last name of a list says that there are more. */
export function isAndOthers(name: string): boolean {
  return AND_OTHERS.test(name)
}
