/** `/recrutement exporter`, `/recrutement effacer`: what candidates have a right to. */
import type { Topic } from '../topic.ts'
import { eraseButton, eraseCommand, submitErasure } from './erasing.ts'
import { showData } from './data.ts'
import { exportButton, exportCommand, submitExport } from './exporting.ts'
import { erased, erasureNear } from './sayings.ts'

export const privacy: Topic = {
  commands: { exporter: exportCommand, effacer: eraseCommand },
  buttons: {
    'candidate-data': showData,
    'export-candidate': exportButton,
    'erase-candidate': eraseButton,
  },
  forms: { export: submitExport, erase: submitErasure },
  sayings: { 'erasure-near': erasureNear, erased },
}
