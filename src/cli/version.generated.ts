// Generated from package.json by `npm run generate`. Do not edit.

/** The version of this program (Semantic Versioning). */
export const VERSION = '0.1.0'
