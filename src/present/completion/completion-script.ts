import zsh from '@pnpm/tabtab/lib/templates/completion.zsh';
import type { Shell } from './completion-lines.ts';

/** The script that makes a shell ask `name completion-server` what may stand where the cursor is. */
export function completionScript(shell: Shell, name: string): string {
  return { bash, zsh: zshOwn, fish }[shell].replaceAll(/\{(?:pkgname|completer)\}/g, name);
}

/** In zsh a file may stand behind the sign of equality, too: --with=table.json. */
const zshOwn = zsh.replace(/^( +)_files$/m, "$1[[ $PREFIX == --*=* ]] && compset -P '*='\n$1_files");

/**
 * The library's script for bash leaves IFS changed where the program is not found, and expands what it gets as patterns of file names.
 * This one runs under set -u too, and in bash 3.2, which has no mapfile.
 */
const bash = String.raw`###-begin-{pkgname}-completion-###
if type complete &>/dev/null; then
  _{pkgname}_completion () {
    local words cword proposal
    if type _get_comp_words_by_ref &>/dev/null; then
      _get_comp_words_by_ref -n = -n @ -n : -w words -i cword
    else
      cword="$COMP_CWORD"
      words=("${'$'}{COMP_WORDS[@]}")
    fi

    COMPREPLY=()
    while IFS= read -r proposal; do
      COMPREPLY+=("$proposal")
    done < <(COMP_CWORD="$cword" SHELL=bash {completer} completion-server -- "${'$'}{words[@]}" 2>/dev/null)

    if [[ "${'$'}{words[cword]-}" == *:* ]] && type __ltrim_colon_completions &>/dev/null; then
      __ltrim_colon_completions "${'$'}{words[cword]}"
    fi
    return 0
  }
  complete -o default -F _{pkgname}_completion {pkgname}
fi
###-end-{pkgname}-completion-###
`;

/** The library's script for fish evaluates what was typed, so that quoted words run as commands; this one hands words on as they are. */
const fish = `###-begin-{pkgname}-completion-###
function _{pkgname}_completion
  set -l before (commandline -opc)
  set -l typed (commandline -ct)
  set -l found (env SHELL=fish COMP_CWORD=(count $before) {completer} completion-server -- $before "$typed" 2>/dev/null)
  if test "$found" = __tabtab_complete_files__
    set -l option (string match -r -- '^--[^=]+=' "$typed")
    set -l path (string replace -r -- '^--[^=]+=' '' "$typed" | string replace -ra '\\\\\\\\(.)|["\\']' '$1')
    for found in (__fish_complete_path "$path")
      printf '%s%s\\n' "$option" $found
    end
  else if test (count $found) -gt 0
    printf '%s\\n' $found
  end
end

complete -c {pkgname} -f -a "(_{pkgname}_completion)"
###-end-{pkgname}-completion-###
`;
