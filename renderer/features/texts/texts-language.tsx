import { Label, RadioGroup } from 'react-aria-components'
import { languages } from '../../../electron/contract/preferences.ts'
import { hasOwnWords, inLanguage } from '../../../electron/contract/standard-texts.ts'
import type { Texts } from '../../../electron/contract/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { text } from '../../text/index.ts'

interface TextsLanguageProps {
  texts: Texts
  onChange: (texts: Texts) => void
}

/** Which language callers are written to in. The standard texts follow at once; what the office wrote itself never does. */
export function TextsLanguage({ texts, onChange }: TextsLanguageProps) {
  return (
    <div className="texts-language">
      <RadioGroup
        className="in-a-row"
        value={texts.language}
        onChange={(chosen) => {
          const language = languages.find((one) => one === chosen)
          if (language) onChange(inLanguage(texts, language))
        }}
      >
        <Label>{text.texts.language}</Label>
        {languages.map((language) => (
          <Choice key={language} value={language}>
            <span lang={language}>{text.settings.languages[language]}</span>
          </Choice>
        ))}
      </RadioGroup>
      <p className="help">{hasOwnWords(texts) ? text.texts.languageOwnWords : text.texts.languageHelp}</p>
    </div>
  )
}
