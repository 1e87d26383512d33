import { describe, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { inDays, newHotel } from './house'
import { lincoln } from './lincoln'

const WORDS = {
  ja: {
    empty: /まだ出力は届いていません/,
    table: '出力の一覧',
    due: '反映予定',
    confirmed: '反映済み',
    counts: /2 件/,
    next: /次の反映 .* JST/,
    tried: '1 回試行',
    retry: '今すぐ反映',
    started: /の反映を始めました/,
    noSuch: 'この状態の出力はありません。',
  },
  en: {
    empty: /No output yet/,
    table: 'Outputs',
    due: 'To be confirmed',
    confirmed: 'Confirmed',
    counts: /2/,
    next: /Next try .* JST/,
    tried: '1 try',
    retry: 'Confirm now',
    started: /is being confirmed/,
    noSuch: 'No output is in this state.',
  },
}

describe.each(LANGUAGES)('confirming what was received (%s)', (language) => {
  const words = WORDS[language]

  it('shows an output that TL-Lincoln would not hear of, and confirms it by one click', async () => {
    const hotel = await newHotel()
    const output = `${hotel}0001`
    const remote = await lincoln(hotel, output, [{ checkIn: inDays(3) }, { checkIn: inDays(4) }])
    try {
      remote.takesConfirmations(false)
      const desk = await Desk.open({ language, at: `/h/${hotel}/outputs` })
      const { page } = desk
      await page.getByText(words.empty).waitFor()
      await remote.link()

      const row = page.getByRole('table', { name: words.table }).getByRole('row').filter({ hasText: output })
      await row.getByText(words.tried, { exact: true }).waitFor()
      await row.filter({ hasText: words.next }).waitFor()
      await row.getByText(words.due, { exact: true }).waitFor()
      await row.getByRole('cell', { name: words.counts }).first().waitFor()
      await desk.expectAccessible()

      remote.takesConfirmations(true)
      await row.getByRole('button', { name: words.retry }).click()
      await page.getByText(words.started).waitFor()
      await row.getByText(words.confirmed, { exact: true }).waitFor()

      await page.getByRole('button', { name: words.due }).click()
      await page.waitForURL(/state=due/)
      await page.getByText(words.noSuch).waitFor()
      await desk.close()
    } finally {
      await remote.close()
    }
  })
})
