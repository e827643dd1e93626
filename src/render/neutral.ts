// Exporters need the same, and may not know of terminals.
export { neutralLine, neutralText } from '../model/neutral.ts'
