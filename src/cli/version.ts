import manifest from '../../package.json' with { type: 'json' }

/** The version of this program (Semantic Versioning). */
export const VERSION: string = manifest.version
