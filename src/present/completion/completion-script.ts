import bash from '@pnpm/tabtab/lib/templates/completion.bash';
import zsh from '@pnpm/tabtab/lib/templates/completion.zsh';
import type { Shell } from './completion-lines.ts';

/** The script that makes a shell ask `name completion-server` what may stand where the cursor is. */
export function completionScript(shell: Shell, name: string): string {
  return { bash, zsh, fish }[shell].replaceAll(/\{(?:pkgname|completer)\}/g, name);
}

/** The library's script for fish evaluates what was typed, so that quoted words run as commands; this one hands words on as they are. */
const fish = `###-begin-{pkgname}-completion-###
function _{pkgname}_completion
  set -l before (commandline -opc)
  set -l typed (commandline -ct)
  set -l found (env SHELL=fish COMP_CWORD=(count $before) {completer} completion-server -- $before "$typed" 2>/dev/null)
  if test "$found" = __tabtab_complete_files__
    __fish_complete_path "$typed"
  else if test (count $found) -gt 0
    printf '%s\\n' $found
  end
end

complete -c {pkgname} -f -a "(_{pkgname}_completion)"
###-end-{pkgname}-completion-###
`;
