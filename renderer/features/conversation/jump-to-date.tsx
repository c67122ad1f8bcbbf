import { useState } from 'react'
import { CalendarDate, getLocalTimeZone, today } from '@internationalized/date'
import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button as Pressable,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './jump-to-date.css'

/** A small calendar: the conversation goes to what happened on the chosen day, or next after it. */
export function JumpToDate({ firstAt }: { firstAt: number }) {
  const [open, setOpen] = useState(false)
  const showDay = useWindow((state) => state.showDay)
  const first = new Date(firstAt)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <span title={text.timeline.jump}>
        <Button look="plain" size="icon-only" aria-label={text.timeline.jump}>
          <CalendarSearch size={17} aria-hidden="true" />
        </Button>
      </span>
      <Popover className="popover" placement="bottom end">
        <Dialog className="jump" aria-label={text.timeline.jump}>
          <Calendar
            // Opened to choose a day, it begins in its days.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-label={text.timeline.jump}
            minValue={new CalendarDate(first.getFullYear(), first.getMonth() + 1, first.getDate())}
            maxValue={today(getLocalTimeZone())}
            onChange={(date) => {
              setOpen(false)
              void showDay(date.toDate(getLocalTimeZone()).getTime())
            }}
          >
            <header>
              <Pressable slot="previous" className="button plain icon-only">
                <ChevronLeft size={16} aria-hidden="true" />
              </Pressable>
              <Heading level={2} />
              <Pressable slot="next" className="button plain icon-only">
                <ChevronRight size={16} aria-hidden="true" />
              </Pressable>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
