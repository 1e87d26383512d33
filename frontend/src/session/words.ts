import { words } from '@/i18n'

words(
  'session',
  {
    title: 'サインイン',
    lead: '予約取込の管理画面です。',
    username: 'ユーザー名',
    password: 'パスワード',
    signIn: 'サインイン',
    signOut: 'サインアウト',
    endedTitle: 'もう一度サインインしてください',
    ended: '長く操作がなかったため、サインインが切れました。入力中の内容はそのまま残っています。',
    leave: '入力を捨ててサインイン画面へ',
  },
  {
    title: 'Sign in',
    lead: 'The desk of the booking import.',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    endedTitle: 'Please sign in again',
    ended: 'Your session has ended. What you were typing is still here.',
    leave: 'Discard it and go to the sign-in page',
  },
)
