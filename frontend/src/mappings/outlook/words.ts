import { words } from '@/i18n'

words(
  'outlook',
  {
    choose: '部屋タイプを選ぶと、保存する前に結果が分かります。',
    trying: '結果を確かめています',
    allOf: '{concerned} 件すべてがすぐに取り込まれます。',
    someOf: '{concerned} 件のうち {healed} 件がすぐに取り込まれます。',
    nothing: '今すぐ取り込まれるものはありません。',
    stays: '{count} 件は取り込まれません：{why}',
    closes: '{count} 件は、より新しい内容がすでに反映されているため終了になります。',
    untried: 'ほか約 {count} 件は件数が多いため試していませんが、保存後に順に処理されます。',
    reservations: 'すでにある予約 {count} 件はそのまま残ります（部屋タイプの読み替えはしません）。',
    breakdown: '内訳を見る',
    becomes: { imported: '取込', modified: '変更を反映', cancelled: '取消を反映', closed: '終了' },
  },
  {
    choose: 'Choose a room type to see what will happen, before anything is saved.',
    trying: 'Finding out what will happen',
    allOf: 'It is imported at once. | All {concerned} are imported at once.',
    someOf: '{healed} of {concerned} are imported at once.',
    nothing: 'Nothing is imported at once.',
    stays: '{count} is not: {why} | {count} are not: {why}',
    closes: '{count} is closed, because something newer stands. | {count} are closed, because something newer stands.',
    untried: 'About {count} more were not tried out; they follow after saving.',
    reservations: '{count} reservation stays as it is. | {count} reservations stay as they are.',
    breakdown: 'Show each booking',
    becomes: { imported: 'imported', modified: 'changed', cancelled: 'cancelled', closed: 'closed' },
  },
)
