/** The least app there is: one window of the size of Ringback's, with the page that is asked for. */
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(path.join(__dirname, process.argv.includes('--long') ? 'long.html' : 'empty.html'))
})
app.on('window-all-closed', () => app.quit())
