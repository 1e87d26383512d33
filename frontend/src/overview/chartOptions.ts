import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { i18n } from '@/i18n'
import { FATES, type Fates } from './outcomes'

type Options = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>

const COLOURS: Record<(typeof FATES)[number], string> = {
  reflected: '--chart-well',
  rejected: '--chart-person',
  repeated: '--line-strong',
  pending: '--waits',
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const { t } = i18n.global

function frame(): Options {
  const ink = colour('--ink')
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colour('--act'), opacity: 0.08 } },
      confine: true,
      backgroundColor: colour('--card'),
      borderColor: colour('--line-strong'),
      textStyle: { color: ink, fontSize: 12 },
    },
  }
}

const axisLabel = () => ({ color: colour('--ink-2'), fontSize: 11, hideOverlap: true })
const axisLine = () => ({ lineStyle: { color: colour('--line-strong') } })

/** A bar an hour, what became of its telegrams one above the other. */
export function byHour(hours: { label: string; fates: Fates }[]): Options {
  return {
    ...frame(),
    grid: { left: 0, right: 0, top: 6, bottom: 22 },
    xAxis: {
      type: 'category',
      data: hours.map((hour) => hour.label),
      axisLabel: { ...axisLabel(), interval: 5, alignMinLabel: 'left' },
      axisLine: axisLine(),
      axisTick: { show: false },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { show: false } },
    series: FATES.map((fate) => ({
      type: 'bar',
      name: t(`overview.${fate}`),
      stack: 'telegrams',
      data: hours.map((hour) => hour.fates[fate]),
      itemStyle: { color: colour(COLOURS[fate]) },
      barCategoryGap: '22%',
    })),
  }
}

/** A bar for each fate, with its word and its number. */
export function byOutcome(fates: Fates): Options {
  const order = [...FATES].reverse()
  return {
    ...frame(),
    grid: { left: 96, right: 48, top: 2, bottom: 2 },
    xAxis: { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { show: false } },
    yAxis: {
      type: 'category',
      data: order.map((fate) => t(`overview.${fate}`)),
      axisLabel: axisLabel(),
      axisLine: axisLine(),
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        name: t('overview.telegrams'),
        data: order.map((fate) => ({ value: fates[fate], itemStyle: { color: colour(COLOURS[fate]) } })),
        label: { show: true, position: 'right', color: colour('--ink') },
        barWidth: 16,
      },
    ],
  }
}
