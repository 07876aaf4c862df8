using System.Text;

namespace Blobpress.Site.Html.Formulas;

/// <summary>The commands that a post's formulas define, which hold for those after them too, as MathJax has it.</summary>
internal sealed class Definitions
{
    // Each formula reads them anew.
    private const int MaxLength = 4_000;

    private static readonly string[] Commands = [@"\newcommand", @"\renewcommand", @"\providecommand", @"\DeclareMathOperator", @"\def"];

    private readonly StringBuilder _all = new();

    /// <summary>Takes the definitions out of a formula, and gives what is left behind all that were made so far.</summary>
    public string Apply(string tex, out bool isEmpty)
    {
        var rest = tex.Contains(@"\def", StringComparison.Ordinal) || tex.Contains("command", StringComparison.Ordinal) || tex.Contains(@"\Declare", StringComparison.Ordinal)
            ? Take(tex) : tex;
        isEmpty = string.IsNullOrWhiteSpace(rest);
        return _all.Length == 0 ? rest : $"{_all}{rest}";
    }

    private string Take(string tex)
    {
        var (rest, copied) = (new StringBuilder(tex.Length), 0);
        for (var at = tex.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < tex.Length; at = tex.IndexOf('\\', at))
        {
            var start = at;
            var command = Commands.FirstOrDefault(c => tex.AsSpan(start).StartsWith(c, StringComparison.Ordinal) && (start + c.Length == tex.Length || !char.IsAsciiLetter(tex[start + c.Length])));
            if (command is null || End(tex, at + command.Length) is not { } end)
            {
                at += 2;
                if (at >= tex.Length)
                    break;
                continue;
            }

            rest.Append(tex, copied, at - copied);
            Add(command, tex[(at + command.Length)..end]);
            copied = at = end;
            if (at >= tex.Length)
                break;
        }

        return rest.Append(tex, copied, tex.Length - copied).ToString();
    }

    // A new command may have the name of one that the library knows.
    private void Add(string command, string definition)
    {
        var text = command switch
        {
            @"\newcommand" or @"\renewcommand" or @"\providecommand" => $@"\providecommand{definition.TrimStart('*')}\renewcommand{definition.TrimStart('*')}",
            _ => command + definition,
        };
        if (_all.Length + text.Length <= MaxLength)
            _all.Append(text);
    }

    // Behind the last group of a definition: its name, perhaps the number of arguments, its text.
    private static int? End(string tex, int at)
    {
        if (at < tex.Length && tex[at] == '*')
            at++;
        var groups = 0;
        for (; at < tex.Length; at++)
        {
            switch (tex[at])
            {
                case '{':
                    if (Close(tex, at) is not { } close)
                        return null;
                    groups++;
                    at = close;
                    if (groups == 2)
                        return at + 1;
                    break;
                case '\\' when groups == 0:
                    // A name without braces is a group of its own.
                    groups = 1;
                    while (at + 1 < tex.Length && char.IsAsciiLetter(tex[at + 1]))
                        at++;
                    break;
                case '[' or ']' or '#' or ' ' or '\n' or (>= '0' and <= '9'):
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static int? Close(string tex, int open)
    {
        var depth = 0;
        for (var at = open; at < tex.Length; at++)
        {
            if (tex[at] == '\\')
                at++;
            else if (tex[at] == '{')
                depth++;
            else if (tex[at] == '}' && --depth == 0)
                return at;
        }

        return null;
    }
}
