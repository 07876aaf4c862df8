namespace Blobpress.Publishing.Images.Raster;

/// <summary>A Windows bitmap opened as far as its header; all its bytes are there, and nothing is decoded.</summary>
/// <param name="Header">Size and kind.</param>
/// <param name="Info">From the header on.</param>
/// <param name="Pixels">Where in <paramref name="Info"/> the rows begin.</param>
/// <param name="Mask">An icon's mask of what is transparent; empty where there is none.</param>
internal sealed record Bitmap(BitmapHeader Header, ReadOnlyMemory<byte> Info, int Pixels, ReadOnlyMemory<byte> Mask)
{
    public int Width => Header.Width;

    public int Height => Header.Height;
}
