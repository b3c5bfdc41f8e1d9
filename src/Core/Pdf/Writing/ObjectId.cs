namespace Produktreport.Core.Pdf.Writing;

/// <summary>The number of an indirect object; 0 means none. Generations are always 0.</summary>
internal readonly record struct ObjectId(int Number)
{
    public bool Exists => Number != 0;
}
