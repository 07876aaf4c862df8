using System.Globalization;
using System.Text;

namespace Blobpress.Fuzz.Shapes;

/// <summary>A source file that repeats one thing as often as its length allows.</summary>
/// <param name="Name">What it repeats.</param>
/// <param name="File">The file's name, which tells its format.</param>
/// <param name="Before">What comes first.</param>
/// <param name="Piece">What is repeated; <c>¤</c> stands for the number of the repetition.</param>
/// <param name="After">What comes last.</param>
public sealed record Shape(string Name, string File, string Before, string Piece, string After = "")
{
    /// <summary>The file's text, of about that many UTF-8 bytes.</summary>
    public string Of(int length)
    {
        var text = new StringBuilder(length + 64).Append(Before);
        var bytes = Encoding.UTF8.GetByteCount(Before) + Encoding.UTF8.GetByteCount(After);
        for (var number = 0; bytes < length; number++)
        {
            var piece = Piece.Replace("¤", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            bytes += Encoding.UTF8.GetByteCount(piece);
            text.Append(piece);
        }

        return text.Append(After).ToString();
    }

    public override string ToString() => Name;
}
