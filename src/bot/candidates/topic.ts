/** `/recrutement candidat`: add one or many, see where they are, inform, withdraw, answer. */
import type { Topic } from '../topic.ts'
import { askCandidate, submitCandidate } from './adding.ts'
import { askCorrection, submitCorrection } from './correcting.ts'
import { allAnswered, allLetters, nextLetter, oneAnswered } from './answering.ts'
import { informed, showInformation, showInformationForAll } from './informing.ts'
import { about } from './leading.ts'
import { list } from './list.ts'
import { named, page } from './one.ts'
import { addPasted, askList, correctPasted, morePasted, submitList } from './pasting.ts'
import { showPreparation } from './preparing.ts'
import { answersAwaited } from './sayings.ts'
import { askAnswers, submitWhom } from './whom.ts'
import { resumeCandidate, submitResuming } from './resuming.ts'
import { askWithdrawal, submitWithdrawal } from './withdrawing.ts'

export const candidates: Topic = {
  commands: { candidat: (call) => (call.rest === '' ? list(call, 0) : named(call)) },
  buttons: {
    'more-candidates': (call) => list(call, Number(call.args['page'])),
    'see-candidate': (call) =>
      about(call, call.args['application'], async (call, found) => ({
        kind: 'private',
        message: await page(call, found),
      })),
    'add-candidate': askCandidate,
    'paste-candidates': askList,
    'more-pasted': morePasted,
    'correct-pasted': correctPasted,
    'add-pasted': addPasted,
    'inform-candidate': showInformation,
    'inform-candidates': showInformationForAll,
    'candidates-informed': informed,
    'prepare-candidate': showPreparation,
    'correct-candidate': askCorrection,
    'withdraw-candidate': askWithdrawal,
    'resume-candidate': resumeCandidate,
    'answer-candidates': askAnswers,
    'next-answer': nextLetter,
    'all-answers': allLetters,
    'candidate-answered': oneAnswered,
    'candidates-answered': allAnswered,
  },
  forms: {
    candidate: submitCandidate,
    'paste-candidates': submitList,
    'correct-candidate': submitCorrection,
    'withdraw-candidate': submitWithdrawal,
    'resume-candidate': submitResuming,
    'answer-candidates': submitWhom,
  },
  sayings: { 'answers-awaited': answersAwaited },
}
