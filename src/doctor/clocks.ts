/** Whether this machine's clock agrees with that of the chat server. */
import { well, wrong } from './finding.ts'
import type { Finding } from './finding.ts'

/** Clocks further apart make reminders late, and signatures expire early. */
const MOST_SECONDS_APART = 30

/** `date`: what the server, called `name`, said in its answer's header. */
export function clocks(name: string, date: string | null): Finding {
  const apart = date === null ? 0 : Math.abs(Date.parse(date) - Date.now()) / 1000
  return apart > MOST_SECONDS_APART
    ? wrong(
        `L’horloge de cette machine et celle de ${name} diffèrent de ${Math.round(apart)} s : mets-les à l’heure (NTP).`,
      )
    : well('Les horloges s’accordent.')
}
