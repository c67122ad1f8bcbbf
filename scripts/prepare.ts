/** `npm run prepare:all`: everything that the app and all tests need, each step told. */
import { prepareForTests } from './prepare/prepare.ts'

await prepareForTests()
