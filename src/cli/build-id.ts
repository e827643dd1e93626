/** What the build puts in place of this name; nothing where the program runs from its sources. */
declare const BUILD: string | undefined

/** Which build of the program this is: a hash of its sources. */
export const BUILD_ID = typeof BUILD === 'string' ? BUILD : 'sources'
