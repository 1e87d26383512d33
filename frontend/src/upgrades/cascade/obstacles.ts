import { ProblemError } from '@/api/problem'
import { i18n } from '@/i18n'
import { night } from '../reasons'

/** What changed since a cascade was proposed or applied. */
export interface Obstacle {
  code: string
  reservation: string | null
  roomType: string | null
  night: string | null
}

function isObstacle(one: unknown): one is Obstacle {
  return typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string'
}

/** What a refusal says has changed; nothing when it was refused for another reason. */
export function obstaclesOf(error: Error | null): Obstacle[] {
  const changes = error instanceof ProblemError ? error.problem.facts.changes : null
  return Array.isArray(changes) ? changes.filter(isObstacle) : []
}

export function obstacleText(obstacle: Obstacle): string {
  const key = `upgrades.obstacles.${obstacle.code.replace('.', '_')}`
  return i18n.global.t(i18n.global.te(key) ? key : 'upgrades.obstacles.other', {
    type: obstacle.roomType ?? '',
    night: obstacle.night ? night(obstacle.night) : '',
  })
}
