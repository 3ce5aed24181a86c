// @ts-check
/** @import { DialogElement, DialogValue } from '../types.d.ts' */

/**
 * What is wrong with a value, before it is sent, in a sentence that says what to do.
 * @param {DialogElement} element
 * @param {DialogValue} value
 * @returns {string | undefined}
 */
export function problemWith(element, value) {
  if (isEmpty(value))
    return element.optional || element.type === 'bool' ? undefined : missing(element)
  return typeof value === 'string' ? problemWithText(element, value) : undefined
}

/** @param {DialogValue} value */
function isEmpty(value) {
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) ? value.length === 0 : value === null
}

/** @param {DialogElement} element */
function missing({ type, data_source: source }) {
  if (source === 'users') return 'Choisis une personne dans la liste.'
  return type === 'select' || type === 'radio' ? 'Choisis une réponse.' : 'Remplis ce champ.'
}

/**
 * @param {DialogElement} element
 * @param {string} text
 */
function problemWithText({ min_length: min = 0, max_length: max = 0, subtype, type }, text) {
  if (type !== 'text' && type !== 'textarea') return undefined
  if (text.length < min) return `Écris au moins ${min} caractères.`
  if (max > 0 && text.length > max) return `Écris au plus ${max} caractères.`
  if (subtype === 'number' && !/^-?\d+(?:[.,]\d+)?$/.test(text.trim())) return 'Écris un nombre.'
  if (subtype === 'email' && !/^\S+@\S+\.\S+$/.test(text.trim())) {
    return 'Écris une adresse complète, comme prenom.nom@exemple.fr.'
  }
  if (subtype === 'url' && !/^https?:\/\/\S+$/.test(text.trim())) {
    return 'Écris une adresse complète, qui commence par https://.'
  }
  return undefined
}
