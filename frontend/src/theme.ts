import { definePreset } from '@primeuix/themes'
import Aura from '@primeuix/themes/aura'

/** Our colours (see style.css) as PrimeVue's: its components look like the rest of the desk, in light and in dark. */
const desk = definePreset(Aura, {
  semantic: {
    primary: {
      50: '#eef3f8',
      100: '#d8e3ee',
      200: '#b3c8dd',
      300: '#84a6c6',
      400: '#5580aa',
      500: '#26507d',
      600: '#22486f',
      700: '#1d3d5f',
      800: '#18324d',
      900: '#13283e',
      950: '#0c1a29',
    },
    borderRadius: { none: '0', xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '8px' },
    focusRing: { width: '2px', style: 'solid', color: 'var(--act)', offset: '2px' },
    formField: { paddingX: '12px', paddingY: '7px', borderRadius: '6px' },
    colorScheme: {
      light: {
        primary: {
          color: 'var(--act)',
          contrastColor: '#ffffff',
          hoverColor: 'var(--act-strong)',
          activeColor: 'var(--act-strong)',
        },
        text: {
          color: 'var(--ink)',
          mutedColor: 'var(--ink-2)',
          hoverColor: 'var(--ink)',
          hoverMutedColor: 'var(--ink)',
        },
        content: { background: 'var(--card)', borderColor: 'var(--line)', color: 'var(--ink)' },
        formField: {
          background: 'var(--card)',
          borderColor: 'var(--line-strong)',
          hoverBorderColor: 'var(--ink-3)',
          focusBorderColor: 'var(--act)',
          color: 'var(--ink)',
          placeholderColor: 'var(--ink-3)',
        },
      },
      dark: {
        primary: {
          color: 'var(--act)',
          contrastColor: '#0f1622',
          hoverColor: 'var(--act-strong)',
          activeColor: 'var(--act-strong)',
        },
        text: {
          color: 'var(--ink)',
          mutedColor: 'var(--ink-2)',
          hoverColor: 'var(--ink)',
          hoverMutedColor: 'var(--ink)',
        },
        content: { background: 'var(--card)', borderColor: 'var(--line)', color: 'var(--ink)' },
        overlay: {
          select: { background: 'var(--card)', borderColor: 'var(--line)', color: 'var(--ink)' },
          popover: { background: 'var(--card)', borderColor: 'var(--line)', color: 'var(--ink)' },
          modal: { background: 'var(--card)', borderColor: 'var(--line)', color: 'var(--ink)' },
        },
        formField: {
          background: 'var(--paper)',
          borderColor: 'var(--line-strong)',
          hoverBorderColor: 'var(--ink-3)',
          focusBorderColor: 'var(--act)',
          color: 'var(--ink)',
          placeholderColor: 'var(--ink-3)',
        },
      },
    },
  },
})

export const theme = {
  preset: desk,
  options: { darkModeSelector: '.dark', cssLayer: { name: 'primevue', order: 'primevue, app' } },
}
