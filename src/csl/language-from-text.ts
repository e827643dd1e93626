export { languageIn as languageFrom } from '../model/language-in.ts'
