export { digestParts } from '../../lint/digest-work.ts'
