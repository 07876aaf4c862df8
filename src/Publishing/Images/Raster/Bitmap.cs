namespace Blobpress.Publishing.Images.Raster;

/// <summary>Pixels, row by row from the top, 4 bytes each: red, green, blue, alpha (not premultiplied).</summary>
internal sealed record Bitmap(int Width, int Height, byte[] Rgba);
