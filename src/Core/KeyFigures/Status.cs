namespace Produktreport.Core.KeyFigures;

/// <summary>tmp</summary>
public enum Status { /// <summary>g</summary>
 Green, /// <summary>g</summary>
 Yellow, /// <summary>g</summary>
 Red, /// <summary>g</summary>
 Grey }
