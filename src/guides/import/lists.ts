/** Lists: criteria, timed plans, questions, or simply text. */
import { addText, draftsAt } from './drafts.ts'
import { addCriterion } from './criteria.ts'
import { cut } from './limits.ts'
import { timedLine } from './minutes.ts'
import { itemLines, type Item, type List } from './piece.ts'
import type { Place } from './places.ts'
import { addGeneral, isTold } from './prose.ts'
import { question } from './questions.ts'
import { isForGuide, leave, mark, type Reading } from './reading.ts'

export function addList(list: List, place: Place, reading: Reading): void {
  const inGuide = isForGuide(place, reading)
  const isCriteria = place.part === 'criteria'
  if (inGuide && isPlan(list)) addPlan(list, place, reading)
  else if (inGuide && asks(list) && !(isCriteria && place.theme === undefined)) {
    addQuestions(list, place, reading)
  } else if (inGuide && isCriteria) addCriteria(list.items, place, reading)
  else for (const item of list.items) addLines(item, place, reading)
}

/** All of it but one line at most is timed. */
function isPlan({ items }: List): boolean {
  const timed = items.filter(({ text }) => timedLine(text) !== undefined).length
  return timed >= 2 && timed >= items.length - 1
}

function asks({ items }: List): boolean {
  return items.filter(({ text }) => text.includes('?')).length * 2 >= items.length
}

function addPlan(list: List, place: Place, reading: Reading): void {
  mark(list.at, reading)
  for (const draft of draftsAt(place, reading.drafts)) {
    draft.origins.push(place)
    if (place.theme !== undefined) addText(draft.sections, place.theme, '')
    for (const item of list.items) {
      const text = wholeText(item)
      const timed = timedLine(item.text)
      const title = timed === undefined ? item.text : headOf(timed.rest)
      draft.sections.push({ title, duration: timed?.span ?? null, texts: [text] })
    }
  }
}

const LONGEST_HEAD = 80

/** What a timed line is about: its first words, as far as they make sense alone. */
export function headOf(text: string): string {
  const head = text.split(/\s*[:;(«"]|[.?!](?:\s|$)/u)[0]?.trim() ?? ''
  const short = head === '' ? text : head
  return short.length <= LONGEST_HEAD ? short : `${cut(short, LONGEST_HEAD - 1).head}…`
}

function wholeText({ text, items }: Item): string {
  return [text, ...items.map(wholeText)].join(' ')
}

function addQuestions(list: List, place: Place, reading: Reading): void {
  mark(list.at, reading)
  for (const draft of draftsAt(place, reading.drafts)) {
    draft.origins.push(place)
    for (const { text, lead, items } of list.items) {
      // « **La question ?** Pourquoi la poser. »
      const isLed = lead.includes('?') && text.startsWith(lead) && lead.length < text.length
      const asked = isLed ? lead : text
      const why = isLed ? text.slice(lead.length).trim() : ''
      draft.questions.push(question(asked, why, items.map(wholeText), place.theme?.text))
    }
  }
}

function addCriteria(items: readonly Item[], place: Place, reading: Reading): void {
  for (const item of items) {
    mark(itemLines(item), reading)
    if (item.items.length === 0) addCriterion(item.text, place, reading)
    else {
      // A list within the list: the outer line is the family of the inner ones.
      reading.family = { name: item.text, place, used: true }
      addCriteria(item.items, place, reading)
    }
  }
}

function addLines(item: Item, place: Place, reading: Reading): void {
  const line = `- ${item.text}`
  if (place.foreign) leave(item.text, item.at, reading)
  else if (isTold(place, reading)) {
    mark(item.at, reading)
    for (const draft of draftsAt(place, reading.drafts)) addText(draft.sections, place.title, line)
  } else if (place.part === 'bias' && place.crafts === undefined) {
    mark(item.at, reading)
    reading.drafts.bias.push(item.text)
  } else addGeneral(line, item.at, place, reading)
  for (const inner of item.items) addLines(inner, place, reading)
}
