// Read as text at build time, one by one: the package's own index would put 1,700 icons into the bundle.
import accessibility from 'lucide-static/icons/accessibility.svg?raw'
import baby from 'lucide-static/icons/baby.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import briefcase from 'lucide-static/icons/briefcase.svg?raw'
import building from 'lucide-static/icons/building-2.svg?raw'
import calendar from 'lucide-static/icons/calendar-days.svg?raw'
import car from 'lucide-static/icons/car.svg?raw'
import chart from 'lucide-static/icons/chart-column.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import alert from 'lucide-static/icons/circle-alert.svg?raw'
import success from 'lucide-static/icons/circle-check.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import database from 'lucide-static/icons/database.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import issued from 'lucide-static/icons/file-check.svg?raw'
import file from 'lucide-static/icons/file-text.svg?raw'
import filter from 'lucide-static/icons/filter.svg?raw'
import globe from 'lucide-static/icons/globe.svg?raw'
import education from 'lucide-static/icons/graduation-cap.svg?raw'
import care from 'lucide-static/icons/hand-heart.svg?raw'
import health from 'lucide-static/icons/heart-pulse.svg?raw'
import history from 'lucide-static/icons/history.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import identity from 'lucide-static/icons/id-card.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import tasks from 'lucide-static/icons/list-checks.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import signIn from 'lucide-static/icons/log-in.svg?raw'
import signOut from 'lucide-static/icons/log-out.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import place from 'lucide-static/icons/map-pin.svg?raw'
import question from 'lucide-static/icons/message-circle-question-mark.svg?raw'
import message from 'lucide-static/icons/message-square.svg?raw'
import attachment from 'lucide-static/icons/paperclip.svg?raw'
import edit from 'lucide-static/icons/pencil.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import plane from 'lucide-static/icons/plane.svg?raw'
import print from 'lucide-static/icons/printer.svg?raw'
import qr from 'lucide-static/icons/qr-code.svg?raw'
import undo from 'lucide-static/icons/rotate-ccw.svg?raw'
import route from 'lucide-static/icons/route.svg?raw'
import law from 'lucide-static/icons/scale.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import send from 'lucide-static/icons/send.svg?raw'
import shield from 'lucide-static/icons/shield-check.svg?raw'
import stamp from 'lucide-static/icons/stamp.svg?raw'
import store from 'lucide-static/icons/store.svg?raw'
import warning from 'lucide-static/icons/triangle-alert.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import food from 'lucide-static/icons/utensils.svg?raw'
import next from 'lucide-static/icons/arrow-right.svg?raw'
import previous from 'lucide-static/icons/arrow-left.svg?raw'

const files = {
  accessibility, alert, attachment, baby, bell, briefcase, building, calendar, car, care, chart, check, clock, database, download, edit,
  education, eye, file, filter, food, globe, health, history, house, identity, inbox, info, issued, landmark, law, lock,
  mail, message, next, phone, place, plane, previous, print, qr, question, route, search, send, shield, signIn, signOut,
  stamp, store, success, tasks, undo, upload, user, users, utensils: food, warning,
}

export type IconName = keyof typeof files

export const isIconName = (name: string): name is IconName => Object.hasOwn(files, name)

/** What stands between `<svg …>` and `</svg>`. */
export const shapeOf = (name: IconName): string => (shapes[name] ??= files[name].replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/>\s+</g, '><').trim())

const shapes: Partial<Record<IconName, string>> = {}
