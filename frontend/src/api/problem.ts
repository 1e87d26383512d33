/** A refusal as the application writes it (RFC 9457); `code` never changes, the words follow the language. */
export interface Problem {
  status: number
  code: string
  title: string
  detail: string | null
  /** What else the problem document says: the cycle, the conflicting mapping, … */
  facts: Record<string, unknown>
}

/** What the one HTTP client throws for every answer that is no success. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
  }
}

/** No answer at all: no network, or nobody listens. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'UnreachableError'
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  let facts: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) facts = parsed as Record<string, unknown>
  } catch {
    // No problem document: something between here and the application answered.
  }
  return {
    status: response.status,
    code: typeof facts.code === 'string' ? facts.code : `http.${response.status}`,
    title: typeof facts.title === 'string' ? facts.title : response.statusText || `HTTP ${response.status}`,
    detail: typeof facts.detail === 'string' ? facts.detail : null,
    facts,
  }
}
